/** Tests of transcripts. */
@org.jspecify.annotations.NullMarked
package dev.envelope.server.transcript;
