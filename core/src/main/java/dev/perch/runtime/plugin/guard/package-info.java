/** Plugins of others kept from doing harm: their calls run elsewhere, for a while at most, and faults are counted. */
@NullMarked
package dev.perch.runtime.plugin.guard;

import org.jspecify.annotations.NullMarked;
