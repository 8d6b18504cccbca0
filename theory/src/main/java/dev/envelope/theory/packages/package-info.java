/**
 * Different objects and bids for packages of them: exact winner determination, Vickrey payments and payments in the core.
 * Start at {@link dev.envelope.theory.packages.PackageAuction}.
 */
@NullMarked
package dev.envelope.theory.packages;

import org.jspecify.annotations.NullMarked;
