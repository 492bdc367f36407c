import type { DeploymentFrame, Frame } from '../simulation/frame';

/** A deployment's part of a frame, `null` before the first frame of a run. */
export function deploymentFrame(frame: Frame | null, deploymentId: string): DeploymentFrame | null {
  return frame?.deployments.find((one) => one.deploymentId === deploymentId) ?? null;
}
