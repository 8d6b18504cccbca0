/**
 * Strategy profiles in words: who bids what, as reference files say it. Start at {@link
 * dev.envelope.lab.reference.profile.ProfileWords}.
 */
@NullMarked
package dev.envelope.lab.reference.profile;

import org.jspecify.annotations.NullMarked;
