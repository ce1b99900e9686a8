using ExchangeNamespace.Catalog;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Design;

/// <summary>What the captured organisation shares with Exchange Online.</summary>
internal static class HybridDesign
{
    private const string Member = "Hybrid";

    public static void Add(DesignDraft draft)
    {
        if (draft.State.Organization is { OAuth2ClientProfileEnabled: { IsKnown: true, Value: true } })
        {
            draft.Put(Member, nameof(HybridUse.ModernAuthentication), DesignCertainty.Certain,
                ModernAuthentication.Switch + " of the organisation");
        }
        else if (HybridState.IsFound(draft.State))
        {
            // Without the switch of the organisation in the capture, clients may sign in either way.
            bool isKnown = draft.State.Organization?.OAuth2ClientProfileEnabled.IsCaptured == true;
            draft.Put(Member, nameof(HybridUse.Coexistence), isKnown ? DesignCertainty.Certain : DesignCertainty.Guess,
                isKnown ? "connectors or mail domain of Exchange Online, and " + ModernAuthentication.Switch + " is off"
                    : "connectors or mail domain of Exchange Online; " + ModernAuthentication.Switch + " was not captured");
        }
    }
}
