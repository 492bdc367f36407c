import type { ReactNode } from 'react';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { EmbedButton } from './embed-button';
import { LanguageSwitch } from './language-switch';
import { Logo } from './logo';
import { ShareButton } from './share-button';
import { ThemeSwitch } from './theme-switch';
import './header.css';

export interface HeaderProps {
  /** What is open of the document: a story. */
  storyChoice?: ReactNode;
  viewSwitch: ReactNode;
}

export function Header({ storyChoice, viewSwitch }: HeaderProps) {
  const { nameOf } = useText();
  const name = useWorkspace((state) => state.document.name);
  return (
    <header className="page-header">
      <div className="page-header-start">
        <Logo />
        <h1 className="page-document">{nameOf(name)}</h1>
        {storyChoice}
      </div>
      {viewSwitch}
      <div className="page-header-end">
        <LanguageSwitch />
        <ThemeSwitch />
        <ShareButton />
        <EmbedButton />
      </div>
    </header>
  );
}
