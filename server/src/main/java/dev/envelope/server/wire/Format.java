package dev.envelope.server.wire;

/** How messages are written. */
public enum Format {
    /** Protobuf. */
    PROTOBUF,
    /** The proto3 JSON of the same messages, in UTF-8; fields that are not optional are always there. */
    JSON
}
