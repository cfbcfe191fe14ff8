/**
 * What every folder of models must keep to, as a function of its files: asked by the build, by the command
 * {@code models check}, at each start and before any deployment. Knows what models may name
 * ({@link io.remit.process.contract.ModelLanguage}), and reads models with the engine's libraries, but runs no engine.
 *
 * <p>May know: {@code casefile}, {@code cases}, {@code contact}, {@code contact.text}, {@code contact.treatment},
 * {@code hold}, {@code model}, {@code model.table}, {@code process}, {@code process.decision}, {@code process.task}.
 */
package io.remit.process.contract;
