export { markMentionsSeen } from './mark-mentions-seen.ts';
export { type CommentView, readComments } from './read-comments.ts';
export { visibleComments } from './visible-comments.ts';
export { commentsPerHour, writeComment } from './write-comment.ts';
