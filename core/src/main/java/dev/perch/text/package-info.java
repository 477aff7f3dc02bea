/** Text of strangers, made fit to be shown. */
@NullMarked
package dev.perch.text;

import org.jspecify.annotations.NullMarked;
