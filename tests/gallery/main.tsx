import { render } from 'preact';
import cardStyles from '@/assets/card.css?inline';
import popoverStyles from '@/assets/popover.css?inline';
import tokenStyles from '@/assets/tokens.css?inline';
import { EntryPopover } from '@/components/EntryPopover.tsx';
import galleryStyles from './gallery.css?inline';
import { galleryStates } from './states.ts';

// In the page itself and not in shadow roots: axe-core sees everything, and `:host` rules do not apply.
const style = document.createElement('style');
style.textContent = [tokenStyles, cardStyles, popoverStyles, galleryStyles].join('\n');
document.head.append(style);

const wanted = new URLSearchParams(location.search).get('only');
const nothing = () => undefined;

function Gallery() {
  return (
    <main>
      <h1>Every card and state</h1>
      {galleryStates.map(([name, state]) =>
        wanted === null || wanted.split(',').includes(name) ? (
          <section key={name} id={name}>
            <p class="caption">{name}</p>
            <div class="ng-frame">
              <div class="ng-surface">
                <EntryPopover
                  state={state}
                  headingId={`heading-${name}`}
                  position={name === 'term' ? { index: 4, count: 17 } : undefined}
                  onBack={name === 'topic' ? nothing : undefined}
                  onFollow={nothing}
                  onClose={nothing}
                />
              </div>
            </div>
          </section>
        ) : null,
      )}
    </main>
  );
}

render(<Gallery />, document.body);
