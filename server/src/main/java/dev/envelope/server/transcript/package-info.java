/**
 * Transcripts: a session's records in one text file that anybody can check. {@code TranscriptWriter} writes it,
 * {@code TranscriptCheck} derives everything in it once more.
 */
@NullMarked
package dev.envelope.server.transcript;

import org.jspecify.annotations.NullMarked;
