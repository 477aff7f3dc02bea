/** Which links may be opened at all: canonical, or refused. */
@NullMarked
package dev.perch.link;

import org.jspecify.annotations.NullMarked;
