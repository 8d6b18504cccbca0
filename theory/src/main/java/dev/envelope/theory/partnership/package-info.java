/**
 * Dissolving a partnership: who gets the whole firm and what the others are paid for their shares. Start at
 * {@link dev.envelope.theory.partnership.EqualPartners}; for unequal shares see
 * {@link dev.envelope.theory.partnership.PartnershipShares}.
 */
@NullMarked
package dev.envelope.theory.partnership;

import org.jspecify.annotations.NullMarked;
