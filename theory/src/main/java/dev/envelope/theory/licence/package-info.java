/**
 * A licence whose winner hurts the firms that go without: what they bid, earn and can agree on. Start at
 * {@link dev.envelope.theory.licence.LicenceAuction}; whose value the loss is measured by is a
 * {@link dev.envelope.theory.licence.Loss}.
 */
@NullMarked
package dev.envelope.theory.licence;

import org.jspecify.annotations.NullMarked;
