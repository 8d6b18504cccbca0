/**
 * Several identical units: demand schedules, who gets how many, four ways to pay, and the equilibria that are known. Start at
 * {@link dev.envelope.theory.units.MultiUnitAuction}; {@link dev.envelope.theory.units.UnitDemand} is the case in which
 * nobody wants more than one.
 */
@NullMarked
package dev.envelope.theory.units;

import org.jspecify.annotations.NullMarked;
