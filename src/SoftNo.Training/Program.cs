using SoftNo.Training;
using SoftNo.Training.Native;

TorchOnOlderSystems.Cure(Console.Error);
return Commands.Root(Console.Out).Parse(args).Invoke();
