/** Who acts, under which correlation id and at what time, and what the database is told of it. */
package lockstep.kit.acting;
