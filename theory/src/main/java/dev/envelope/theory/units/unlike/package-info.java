/**
 * Several identical units among bidders that want one each and whose values have different distributions: truth where others' bids
 * are paid ({@link dev.envelope.theory.units.unlike.UnlikeUnitDemand}), first-order conditions where one's own is ({@link
 * dev.envelope.theory.units.unlike.UnlikeUnitBids}).
 */
@NullMarked
package dev.envelope.theory.units.unlike;

import org.jspecify.annotations.NullMarked;
