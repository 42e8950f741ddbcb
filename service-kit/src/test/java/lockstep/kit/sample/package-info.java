/** A small application in which the kit's parts are tested together. */
package lockstep.kit.sample;
