/** What a plugin implements and may call. */
@NullMarked
package dev.perch.api;

import org.jspecify.annotations.NullMarked;
