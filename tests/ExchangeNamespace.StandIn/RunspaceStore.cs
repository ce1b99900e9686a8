using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace ExchangeNamespace.StandIn;

/// <summary>Open runspaces per version, kept for the next user, because building one takes far longer than running a line.</summary>
internal static class RunspaceStore
{
    private static readonly ConcurrentDictionary<StandInVersion, ConcurrentBag<Runspace>> Idle = new();

    public static Runspace Take(StandInVersion version) =>
        Idle.GetOrAdd(version, _ => []).TryTake(out Runspace? runspace) ? runspace : Open(version);

    public static void Return(StandInVersion version, Runspace runspace)
    {
        runspace.ResetRunspaceState();
        RestoreCompanions(runspace);
        Idle.GetOrAdd(version, _ => []).Add(runspace);
    }

    public static StandInBridge Bridge(Runspace runspace) =>
        (StandInBridge)((PSObject)PSObject.AsPSObject(runspace.SessionStateProxy.GetVariable(LineRewriter.BridgeVariable))).BaseObject;

    // A reset keeps functions, and a script may define or remove one of the same name.
    private static void RestoreCompanions(Runspace runspace)
    {
        foreach (KeyValuePair<string, string> function in Companions.All)
        {
            runspace.SessionStateProxy.SetVariable("function:" + function.Key, ScriptBlock.Create(function.Value));
        }
    }

    private static Runspace Open(StandInVersion version)
    {
        InitialSessionState initial = InitialSessionState.CreateDefault2();
        initial.Variables.Add(new SessionStateVariableEntry(
            LineRewriter.BridgeVariable, new StandInBridge(), "The stand-in organisation", ScopedItemOptions.AllScope));
        foreach (KeyValuePair<string, string> function in FunctionWriter.Write(version))
        {
            initial.Commands.Add(new SessionStateFunctionEntry(function.Key, function.Value));
        }

        foreach (KeyValuePair<string, string> function in Companions.All)
        {
            initial.Commands.Add(new SessionStateFunctionEntry(function.Key, function.Value));
        }

        Runspace runspace = RunspaceFactory.CreateRunspace(initial);
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
        return runspace;
    }
}
