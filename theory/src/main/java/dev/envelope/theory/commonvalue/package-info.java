/**
 * Objects worth the same to everybody, of which each bidder knows only a part: mineral rights, the wallet game, and what winning
 * says about the value. Start at {@link dev.envelope.theory.commonvalue.MineralRights}.
 */
@NullMarked
package dev.envelope.theory.commonvalue;

import org.jspecify.annotations.NullMarked;
