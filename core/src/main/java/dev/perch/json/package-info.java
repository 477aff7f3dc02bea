/** Reading the JSON of strangers. */
@NullMarked
package dev.perch.json;

import org.jspecify.annotations.NullMarked;
