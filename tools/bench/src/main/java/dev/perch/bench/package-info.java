/** {@code ./perch bench}: what Perch costs, beside something else that runs on the same machine at the same time. */
@NullMarked
package dev.perch.bench;

import org.jspecify.annotations.NullMarked;
