/**
 * What unlike bidders' first-price bids satisfy: the differential equations of their inverse bids, the lowest bids they start from, and
 * how they leave the bottom. Start at {@link dev.envelope.theory.asymmetric.dynamics.BidDynamics}.
 */
@NullMarked
package dev.envelope.theory.asymmetric.dynamics;

import org.jspecify.annotations.NullMarked;
