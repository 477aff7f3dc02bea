/** {@code perch bench pack}: atlases by Perch and by the packers that others use, of the same pictures. */
@NullMarked
package dev.perch.bench.pack;

import org.jspecify.annotations.NullMarked;
