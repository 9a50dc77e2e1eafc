import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { basicSetup, EditorView as CodeView } from 'codemirror';
import { createEditor } from 'lexical';
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

/** An editor on the page, as a test sees it. */
export interface EditorOnPage {
  readonly name: string;
  /** What would be saved. */
  saved(): string;
}

function place(name: string): HTMLElement {
  const element = document.createElement('section');
  element.id = name;
  document.body.append(element);
  return element;
}

function proseMirror(): EditorOnPage {
  const plugins = [
    history({ newGroupDelay: -1 }),
    keymap({ 'Mod-z': undo, 'Mod-y': redo }),
    keymap(baseKeymap),
  ];
  const view = new EditorView(place('prosemirror'), { state: EditorState.create({ schema, plugins }) });
  return { name: 'prosemirror', saved: () => JSON.stringify(view.state.doc.toJSON()) };
}

function codeMirror(): EditorOnPage {
  const view = new CodeView({ extensions: [basicSetup], parent: place('codemirror') });
  return { name: 'codemirror', saved: () => view.state.doc.toString() };
}

function lexical(): EditorOnPage {
  const element = place('lexical').appendChild(document.createElement('div'));
  element.contentEditable = 'true';
  const problems: string[] = [];
  const editor = createEditor({
    onError(error) {
      problems.push(String(error));
    },
  });
  editor.setRootElement(element);
  registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 0);
  return {
    name: 'lexical',
    saved: () => JSON.stringify([editor.getEditorState().toJSON(), ...problems]),
  };
}

/** What pages write themselves, without a library. */
function plain(): EditorOnPage {
  const element = place('plain').appendChild(document.createElement('div'));
  element.contentEditable = 'true';
  return { name: 'plain', saved: () => element.innerHTML };
}

function textarea(): EditorOnPage {
  const element = place('textarea').appendChild(document.createElement('textarea'));
  return { name: 'textarea', saved: () => element.value };
}

const editors = [proseMirror(), codeMirror(), lexical(), plain(), textarea()];

/** The element one types into. */
const target = '[contenteditable], textarea';

Object.assign(globalThis, {
  editors: {
    focus(name: string): void {
      document.querySelector<HTMLElement>(`#${name} :is(${target})`)?.focus();
    },
    saved: (name: string): string | undefined => editors.find((editor) => editor.name === name)?.saved(),
    /** Its own tree, as it is in the document. */
    tree: (name: string): string | undefined => document.querySelector(`#${name}`)?.innerHTML,
  },
});
