/**
 * Files of reference cases: how they are read, what a case says, and how all of them are run. Start at {@link
 * dev.envelope.lab.reference.file.ReferenceCase} and {@link dev.envelope.lab.reference.file.BlockCases}.
 */
@NullMarked
package dev.envelope.lab.reference.file;

import org.jspecify.annotations.NullMarked;
