import type { Page } from 'playwright-core';
import { endBrain } from '../../tests/support/end-brain.ts';
import type { Scene, Stage } from '../gallery-stage.ts';
import { foundTeam, type Team } from '../gallery-team.ts';
import { redLight } from './panel-steps.ts';

/** Answers shared from a hub. */
export const team: Scene = {
  name: 'team',
  words: 'A team',
  screens: [
    {
      name: 'team-join',
      words: 'Joining by an invite',
      part: teamPart,
      reach: async (stage) => {
        founded = await foundTeam(stage);
        return stage.open('options.html', { width: 900, height: 1100 });
      },
    },
    {
      name: 'team-joined',
      words: 'Joined as a supervisor, who invites others',
      part: teamPart,
      reach: async (stage) => {
        const { say } = stage;
        const page = await stage.open('options.html');
        const invite = await ourTeam().invite('supervisor');
        await page.getByLabel(say('Invite link', '邀请链接')).fill(invite);
        await page.getByLabel(say('Your name, for the team', '名字（团队可见）')).fill(say('Ana', '小安'));
        await page.getByRole('button', { name: say('Join', '加入') }).click();
        await page.getByRole('button', { name: say('Make a link', '生成链接') }).click();
        await page.locator('input[readonly]').waitFor();
        // A secret, and another one each time.
        await page.locator('input[readonly]').evaluate((input: HTMLInputElement) => {
          input.value = input.value.replace(/[^#]+$/, 'k3v9…');
        });
        return page;
      },
    },
    {
      name: 'publish-own',
      words: 'A base that only this machine has',
      reach: async (stage) => {
        const studio = await stage.open('studio.html');
        const { say } = stage;
        await studio.getByRole('navigation').getByRole('button', { name: say('Harbour', '木棉') }).first().click();
        await publishing(studio, stage).getByRole('button').waitFor();
        return studio;
      },
    },
    {
      name: 'publish-changes',
      words: 'Shared, and a change that is not published yet',
      reach: async (stage) => {
        const { say } = stage;
        const studio = await stage.open('studio.html');
        const bar = publishing(studio, stage);
        await bar.getByRole('button').click();
        await bar.getByText(say('Everything is published', '已全部发布')).waitFor({ timeout: 30_000 });
        await studio.getByRole('option').first().click();
        const answer = studio.getByRole('textbox', { name: new RegExp(say('^Answer', '回复')) }).first();
        await answer.fill(`${await answer.inputValue()} ${say('We are here until 8 pm.', '我们服务到晚上八点。')}`);
        await studio.getByRole('button', { name: say('Save', '保存'), exact: true }).first().click();
        await bar.getByText(say('1 change not published', '1 处修改未发布')).click();
        return studio;
      },
    },
    {
      name: 'replay',
      words: 'Before publishing: what real questions would be answered with',
      reach: async (stage) => {
        const { say } = stage;
        const studio = await stage.open('studio.html');
        await publishing(studio, stage)
          .getByRole('button', { name: say('Try on real questions', '用真实问题试一试') })
          .click();
        const dialog = studio.getByRole('dialog');
        await dialog.getByRole('textbox').fill(
          say(
            'How do I reset my router?\nthe red light is on\nDo you sell umbrellas?',
            '什么时候发货\n怎么退货\n你们卖雨伞吗',
          ),
        );
        await dialog.getByRole('button', { name: say('Ask these too', '也问这些') }).click();
        await dialog.locator('[data-count]').first().waitFor({ timeout: 60_000 });
        return studio;
      },
    },
    {
      name: 'team-synced',
      words: 'The panel of somebody in the team: up to date',
      reach: async (stage) => {
        await stage.page.bringToFront();
        await stage.ask(...redLight);
        await line(stage, 'synced');
      },
    },
    {
      name: 'team-catching-up',
      words: 'Getting the newest answers',
      reach: async (stage) => {
        ourTeam().hub.stall();
        await endBrain(stage.desk);
        await line(stage, 'catching-up');
      },
    },
    {
      name: 'team-unreachable',
      words: 'The hub does not answer: since when is said, and that work goes on',
      reach: async (stage) => {
        await ourTeam().hub.end('SIGKILL');
        await line(stage, 'unreachable');
      },
    },
    {
      name: 'team-offline',
      words: 'There is no network',
      reach: async (stage) => {
        await stage.desk.context.setOffline(true);
        await line(stage, 'offline');
      },
    },
    {
      name: 'team-removed',
      words: 'The access was taken away, and the team’s answers with it',
      reach: async (stage) => {
        await stage.desk.context.setOffline(false);
        await ourTeam().restart();
        await line(stage, 'synced');
        await ourTeam().revoke(stage.say('Ana', '小安'));
        await line(stage, 'removed');
      },
    },
  ],
};

let founded: Team | undefined;

function ourTeam(): Team {
  if (founded === undefined) throw new Error('There is no team');
  return founded;
}

const line = ({ panel }: Stage, state: string) =>
  panel.frame.locator(`[data-team="${state}"]`).waitFor({ timeout: 45_000 });

const publishing = (studio: Page, { say }: Stage) => studio.getByRole('region', { name: say('Publishing', '发布') });

function teamPart(page: Page) {
  return page.locator('section', { has: page.getByRole('heading', { level: 2, name: /^(Team|团队)$/ }) });
}
