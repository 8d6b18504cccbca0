/** Cases of several units and of packages: given bids, and equilibria where they are known. */
@NullMarked
package dev.envelope.lab.reference.units;

import org.jspecify.annotations.NullMarked;
