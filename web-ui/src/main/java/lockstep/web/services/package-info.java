/** The two services as web-ui calls them: always with the token of the person who looks at the page. */
package lockstep.web.services;
