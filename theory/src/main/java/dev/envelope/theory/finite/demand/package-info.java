/**
 * Sales of several units or of packages to bidders who have finitely many types each. Start at {@link
 * dev.envelope.theory.finite.demand.DemandGame}.
 */
@NullMarked
package dev.envelope.theory.finite.demand;

import org.jspecify.annotations.NullMarked;
