/**
 * What a message wins and earns against such distributions: chances, payoffs along spans of bids, and menus of lines in the type. Start
 * at {@link dev.envelope.theory.certificate.earning.Contest}.
 */
@NullMarked
package dev.envelope.theory.certificate.earning;

import org.jspecify.annotations.NullMarked;
