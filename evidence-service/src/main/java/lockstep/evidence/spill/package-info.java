/** Content that must not be here, above the ceiling or wrongly marked: frozen in one act, its readers listed, settled by two. */
package lockstep.evidence.spill;
