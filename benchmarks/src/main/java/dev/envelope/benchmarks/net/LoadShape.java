package dev.envelope.benchmarks.net;

/**
 * How a load run is shaped.
 *
 * @param connections how many connections send
 * @param outstanding how many unanswered submissions each keeps
 * @param warmUpMillis how long answers are not counted
 * @param measureMillis how long they are
 */
public record LoadShape(int connections, int outstanding, long warmUpMillis, long measureMillis) {}
