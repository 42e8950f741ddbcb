/** Keyset pages: what a list query takes and gives; knows no HTTP. */
package lockstep.kit.page;
