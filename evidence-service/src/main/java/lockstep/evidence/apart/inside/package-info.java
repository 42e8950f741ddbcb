/** What runs in that process: how it asks for bytes, and how it tells what it made of them. */
package lockstep.evidence.apart.inside;
