/** Events that other agents' hooks hand over: what each means, and how it comes in. */
@NullMarked
package dev.perch.hooks;

import org.jspecify.annotations.NullMarked;
