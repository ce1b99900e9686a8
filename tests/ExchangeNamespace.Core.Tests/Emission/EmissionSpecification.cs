using System.Collections.Generic;
using System.Runtime.CompilerServices;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

/// <summary>
/// Every service in every case, once. A class states the exact lines of a version, or of several whose lines agree; a case that a class
/// does not state does not compile. Each case of each version is a row of <see cref="EmissionTests"/>. The server is CAS01, <c>mail.contoso.com</c> outside and <c>mail.corp.local</c> inside.
/// </summary>
public abstract class EmissionSpecification
{
    internal static readonly IReadOnlyDictionary<string, EmissionCase> Cases = new Dictionary<string, EmissionCase>
    {
        [nameof(Autodiscover_facing)] = EmissionCase.Facing(ClientService.Autodiscover),
        [nameof(EWS_facing)] = EmissionCase.Facing(ClientService.EWS),
        [nameof(OAB_facing)] = EmissionCase.Facing(ClientService.OAB),
        [nameof(OutlookAnywhere_facing)] = EmissionCase.Facing(ClientService.OutlookAnywhere),
        [nameof(ActiveSync_facing)] = EmissionCase.Facing(ClientService.ActiveSync),
        [nameof(UM_facing)] = EmissionCase.Facing(ClientService.UM),
        [nameof(OWA_facing)] = EmissionCase.Facing(ClientService.OWA),
        [nameof(ECP_facing)] = EmissionCase.Facing(ClientService.ECP),
        [nameof(MAPI_facing)] = EmissionCase.Facing(ClientService.MAPI),
        [nameof(PowerShell_facing)] = EmissionCase.Facing(ClientService.PowerShell),
        [nameof(Autodiscover_not_facing)] = EmissionCase.NotFacing(ClientService.Autodiscover),
        [nameof(EWS_not_facing)] = EmissionCase.NotFacing(ClientService.EWS),
        [nameof(OAB_not_facing)] = EmissionCase.NotFacing(ClientService.OAB),
        [nameof(OutlookAnywhere_not_facing)] = EmissionCase.NotFacing(ClientService.OutlookAnywhere),
        [nameof(ActiveSync_not_facing)] = EmissionCase.NotFacing(ClientService.ActiveSync),
        [nameof(UM_not_facing)] = EmissionCase.NotFacing(ClientService.UM),
        [nameof(OWA_not_facing)] = EmissionCase.NotFacing(ClientService.OWA),
        [nameof(ECP_not_facing)] = EmissionCase.NotFacing(ClientService.ECP),
        [nameof(MAPI_not_facing)] = EmissionCase.NotFacing(ClientService.MAPI),
        [nameof(PowerShell_not_facing)] = EmissionCase.NotFacing(ClientService.PowerShell),
        [nameof(Autodiscover_kept)] = EmissionCase.Kept(ClientService.Autodiscover),
        [nameof(EWS_kept)] = EmissionCase.Kept(ClientService.EWS),
        [nameof(OAB_kept)] = EmissionCase.Kept(ClientService.OAB),
        [nameof(OutlookAnywhere_kept)] = EmissionCase.Kept(ClientService.OutlookAnywhere),
        [nameof(ActiveSync_kept)] = EmissionCase.Kept(ClientService.ActiveSync),
        [nameof(UM_kept)] = EmissionCase.Kept(ClientService.UM),
        [nameof(OWA_kept)] = EmissionCase.Kept(ClientService.OWA),
        [nameof(ECP_kept)] = EmissionCase.Kept(ClientService.ECP),
        [nameof(MAPI_kept)] = EmissionCase.Kept(ClientService.MAPI),
        [nameof(PowerShell_kept)] = EmissionCase.Kept(ClientService.PowerShell),
        [nameof(PowerShell_is_left_alone_unless_asked_for)] = new(ClientService.PowerShell),
        [nameof(OutlookAnywhere_enabled)] = new(ClientService.OutlookAnywhere) { OutlookAnywhereEnabled = true },
        [nameof(OutlookAnywhere_enabled_not_facing)] = new(ClientService.OutlookAnywhere) { OutlookAnywhereEnabled = true, InternetFacing = false },
        [nameof(OutlookAnywhere_known_to_be_off)] = new(ClientService.OutlookAnywhere) { OutlookAnywhereEnabled = false },
        [nameof(OutlookAnywhere_offloaded)] = new(ClientService.OutlookAnywhere, ("SslOffloading", true)),
        [nameof(OutlookAnywhere_enabled_and_offloaded)] = new(ClientService.OutlookAnywhere, ("SslOffloading", true)) { OutlookAnywhereEnabled = true },
        [nameof(OutlookAnywhere_not_offloaded)] = new(ClientService.OutlookAnywhere, ("SslOffloading", false)),
        [nameof(OutlookAnywhere_with_Ntlm)] = EmissionCase.With(ClientService.OutlookAnywhere, "Ntlm"),
        [nameof(OutlookAnywhere_with_Negotiate)] = EmissionCase.With(ClientService.OutlookAnywhere, "Negotiate"),
        [nameof(OutlookAnywhere_with_Ntlm_not_facing)] = EmissionCase.With(ClientService.OutlookAnywhere, "Ntlm") with { InternetFacing = false },
        [nameof(EWS_with_Windows)] = EmissionCase.With(ClientService.EWS, "Windows"),
        [nameof(OAB_with_Basic)] = EmissionCase.With(ClientService.OAB, "Basic"),
        [nameof(ActiveSync_with_Basic_and_Windows)] = EmissionCase.With(ClientService.ActiveSync, "Basic", "Windows"),
        [nameof(UM_with_Windows)] = EmissionCase.With(ClientService.UM, "Windows"),
        [nameof(OWA_with_Forms_and_Basic)] = EmissionCase.With(ClientService.OWA, "Forms", "Basic"),
        [nameof(ECP_with_Forms_and_Basic)] = EmissionCase.With(ClientService.ECP, "Forms", "Basic"),
        [nameof(MAPI_with_Ntlm)] = EmissionCase.With(ClientService.MAPI, "Ntlm"),
        [nameof(PowerShell_with_Windows)] = EmissionCase.With(ClientService.PowerShell, "Windows"),
        [nameof(OAB_with_a_self_signed_certificate)] = new(ClientService.OAB, ("CertificateAuthority", "SelfSigned")),
        [nameof(Site_scope)] = new(ClientService.Autodiscover, EmissionCase.Scope),
        [nameof(Site_scope_alone)] = new(ClientService.Autodiscover, EmissionCase.Scope, ("KeepInternalUrl", true)),
        [nameof(Connection_point_cleared)] = new(ClientService.Autodiscover, ("AutodiscoverHost", null)),
        [nameof(Outlook_provider)] = new(ClientService.OutlookAnywhere, ("ServiceHost", Plans.Members(("OutlookAnywhere", "oa.contoso.com")))),
        [nameof(Rehearsal)] = new(null, ("ServiceHost", Plans.Members(("OutlookAnywhere", "oa.contoso.com")))) { Rehearse = true },
    };

    /// <summary>The versions whose lines the class states.</summary>
    public abstract IReadOnlyList<string> Versions { get; }

    /// <summary>The one of them whose lines are made.</summary>
    internal string Version { get; set; } = string.Empty;

    public abstract void Autodiscover_facing();

    public abstract void EWS_facing();

    public abstract void OAB_facing();

    public abstract void OutlookAnywhere_facing();

    public abstract void ActiveSync_facing();

    public abstract void UM_facing();

    public abstract void OWA_facing();

    public abstract void ECP_facing();

    public abstract void MAPI_facing();

    public abstract void PowerShell_facing();

    public abstract void Autodiscover_not_facing();

    public abstract void EWS_not_facing();

    public abstract void OAB_not_facing();

    public abstract void OutlookAnywhere_not_facing();

    public abstract void ActiveSync_not_facing();

    public abstract void UM_not_facing();

    public abstract void OWA_not_facing();

    public abstract void ECP_not_facing();

    public abstract void MAPI_not_facing();

    public abstract void PowerShell_not_facing();

    public abstract void Autodiscover_kept();

    public abstract void EWS_kept();

    public abstract void OAB_kept();

    public abstract void OutlookAnywhere_kept();

    public abstract void ActiveSync_kept();

    public abstract void UM_kept();

    public abstract void OWA_kept();

    public abstract void ECP_kept();

    public abstract void MAPI_kept();

    public abstract void PowerShell_kept();

    public abstract void PowerShell_is_left_alone_unless_asked_for();

    public abstract void OutlookAnywhere_enabled();

    public abstract void OutlookAnywhere_enabled_not_facing();

    public abstract void OutlookAnywhere_known_to_be_off();

    public abstract void OutlookAnywhere_offloaded();

    public abstract void OutlookAnywhere_enabled_and_offloaded();

    public abstract void OutlookAnywhere_not_offloaded();

    public abstract void OutlookAnywhere_with_Ntlm();

    public abstract void OutlookAnywhere_with_Negotiate();

    public abstract void OutlookAnywhere_with_Ntlm_not_facing();

    public abstract void EWS_with_Windows();

    public abstract void OAB_with_Basic();

    public abstract void ActiveSync_with_Basic_and_Windows();

    public abstract void UM_with_Windows();

    public abstract void OWA_with_Forms_and_Basic();

    public abstract void ECP_with_Forms_and_Basic();

    public abstract void MAPI_with_Ntlm();

    public abstract void PowerShell_with_Windows();

    public abstract void OAB_with_a_self_signed_certificate();

    public abstract void Site_scope();

    public abstract void Site_scope_alone();

    public abstract void Connection_point_cleared();

    public abstract void Outlook_provider();

    public abstract void Rehearsal();

    protected void Emits(string[] expected, [CallerMemberName] string name = "") => Assert.Equal(expected, Cases[name].Lines(Version));
}
