import type { Ref } from 'preact';

/**
 * A real passage to try things on, from a paper that may be shared (CC BY 4.0): Ober and others, Implementation Science
 * 2015;10:66, doi:10.1186/s13012-015-0256-7. Reference numbers are left out.
 */
export function SamplePassage({ passage }: { passage: Ref<HTMLElement> }) {
  return (
    <figure class="ng-sample">
      <blockquote>
        <article ref={passage} lang="en">
          <h3>Practices</h3>
          <p>
            The evidence-based practices that we are introducing into the clinic are two
            medications—buprenorphine/naloxone (BUP/NX) for opioid dependence and extended-release injectable
            naltrexone (XR-NTX) for alcohol dependence—and a motivational interviewing (MI)-based behavioral
            treatment for those with abuse or dependence of either substance. XR-NTX has been found effective
            for people with alcohol or opioid dependence and also is feasible for delivery in primary care.
            Due to greater complexity for administration for opiate dependence, in this study, XR-NTX is used
            only to treat alcohol dependence.
          </p>
          <h3>Methods</h3>
          <p>
            In a randomized controlled trial, we test the combined effects of an organizational readiness
            intervention and an integrated collaborative care service delivery intervention. Trial
            registration: NCT01810159
          </p>
        </article>
      </blockquote>
      <figcaption>
        From Ober and others, <cite>Implementation Science</cite> 2015;10:66, shortened; CC BY 4.0
      </figcaption>
    </figure>
  );
}
