import { frame, heading, place, title } from './frame.js';
import { t } from './words.js';

frame('');
title(t('problem.missing'));
heading(place('heading'), t('problem.missing'), t('problem.missing.action'));
