package dev.envelope.theory.bilateral.strategy;

import dev.envelope.theory.bilateral.TradeFigures;
import dev.envelope.theory.bilateral.Traders;
import java.util.List;

/**
 * A pair of strategies in the bilateral k-double auction: trade iff bid ≥ ask, at k·bid + (1−k)·ask. Neither decreases.
 */
public interface TradingStrategies {

    /** The two sides. */
    Traders traders();

    /** The weight of the bid in the price, 0 to 1. */
    double k();

    /** What a buyer of value {@code value} bids. */
    double bid(double value);

    /** What a seller of cost {@code cost} asks. */
    double ask(double cost);

    /** The values at which the bid is not smooth. */
    List<Double> bidKinks();

    /** The costs at which the ask is not smooth. */
    List<Double> askKinks();

    /** What follows on average. */
    TradeFigures figures();
}
