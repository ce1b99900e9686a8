namespace ExchangeNamespace.Migration.Planning;

/// <summary>Servers that get another version where they stand, one at a time: out of the pool, maintenance, setup, and back.</summary>
internal static class InPlaceSteps
{
    public static void Make(HopContext context)
    {
        StepDraft? last = null;
        foreach (ChangedServer server in context.Hop.Changed)
        {
            last = new InPlaceServer(context, server).Steps(last);
            context.InService.Add(last);
        }
    }
}
