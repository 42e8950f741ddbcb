/** Containers (ZIP, mail) opened into their parts: each part an exhibit of its own, restricted at birth as its container. */
package lockstep.evidence.parts;
