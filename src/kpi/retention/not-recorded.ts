/** The cause under which clients count who left without anybody recording why. */
export const NOT_RECORDED = 'not-recorded';
