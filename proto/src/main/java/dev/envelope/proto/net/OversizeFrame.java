package dev.envelope.proto.net;

/**
 * What stands in the place of a frame that is longer than the bound.
 *
 * @param announcedBytes the length it announces, at most 4,294,967,295
 * @param maxFrameBytes the bound
 */
public record OversizeFrame(long announcedBytes, int maxFrameBytes) {}
