/** What a running companion costs, seen from another process: for {@code perch doctor --cost} and the benchmarks. */
@NullMarked
package dev.perch.tools.cost;

import org.jspecify.annotations.NullMarked;
