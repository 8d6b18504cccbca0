/**
 * The rules of auctions and markets as pure values: messages in, allocation and payments out. Start at
 * {@link dev.envelope.theory.mechanism.Mechanism}.
 */
@NullMarked
package dev.envelope.theory.mechanism;

import org.jspecify.annotations.NullMarked;
