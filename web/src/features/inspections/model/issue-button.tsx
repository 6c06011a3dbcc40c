// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../../shared/ui/feedback/lazy-part.tsx';
import type { StepChoice } from './step-moves.tsx';

const IssueDialog = lazyPart(() => import('./issue-dialog.tsx').then((file) => file.IssueDialog));

/** What is decided when a paper is issued: its day, why that day breaks the order of numbers, and who signs. */
export type Issuing = {
  readonly issuedOn: string;
  readonly dateReason?: string;
  readonly signer?: { readonly position: string; readonly name: string };
};

export type IssueProps = {
  readonly verb: string;
  readonly dayLabel: string;
  readonly onIssue: (issuing: Issuing) => Promise<unknown>;
  readonly warnings?: StepChoice<string>['warnings'];
  /** The paper has one signer who may be named here; others are signed by the parties that it lists. */
  readonly asksSigner?: boolean;
};

/** Issues a paper: it gets its number, its file is kept as it is, and the case moves on. */
export function IssueButton(props: IssueProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button fullWidth onClick={() => setOpened(true)}>
        {props.verb}
      </Button>
      {opened ? (
        <Suspense>
          <IssueDialog {...props} onDone={() => setOpened(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
