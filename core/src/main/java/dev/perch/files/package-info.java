/** Small files, written whole or not at all, and news of their changes. */
@NullMarked
package dev.perch.files;

import org.jspecify.annotations.NullMarked;
