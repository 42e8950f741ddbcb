/** Content on its way in: read once, hashed and sealed as it comes, kept whole or not at all. */
package lockstep.evidence.intake;
