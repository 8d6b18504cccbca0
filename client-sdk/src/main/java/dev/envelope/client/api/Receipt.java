package dev.envelope.client.api;

/**
 * The server's word that a message stands and is on disk.
 *
 * @param round the round
 * @param number of this seat's receipts in the session: 1, 2, 3, …
 * @param hash SHA-256 over the seat's salt and the stored record, lower-case hexadecimal
 */
public record Receipt(int round, int number, String hash) {}
