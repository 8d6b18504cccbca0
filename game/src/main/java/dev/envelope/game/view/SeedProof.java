package dev.envelope.game.view;

import java.util.Optional;

/**
 * What the public knows of the session's seed.
 *
 * @param commitment SHA-256(seed ‖ nonce) in lower-case hexadecimal, published before the first round
 * @param reproducible whether the seed was given, so that whoever gave it could know every draw
 * @param revealed seed and nonce, once the session has finished
 */
public record SeedProof(String commitment, boolean reproducible, Optional<Revealed> revealed) {

    /**
     * The seed made public.
     *
     * @param seed 32 bytes in lower-case hexadecimal
     * @param nonce 32 bytes in lower-case hexadecimal
     */
    public record Revealed(String seed, String nonce) {}
}
