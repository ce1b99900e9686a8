using ExchangeNamespace.Comparison.Effects;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison.Effects;

/// <summary>Whom a record concerns, by its type.</summary>
public class ClientEffectsTests
{
    [Theory]
    [InlineData(DnsRecordType.Address, "clients")]
    [InlineData(DnsRecordType.A, "clients")]
    [InlineData(DnsRecordType.AAAA, "clients")]
    [InlineData(DnsRecordType.CNAME, "clients")]
    [InlineData(DnsRecordType.SRV, "clients")]
    [InlineData(DnsRecordType.CAA, "clients")]
    [InlineData(DnsRecordType.MX, "mail servers")]
    [InlineData(DnsRecordType.TXT, "receivers of mail")]
    [InlineData(DnsRecordType.PTR, "receivers of mail that check the sending address")]
    [InlineData(DnsRecordType.TLSA, "senders of mail that use DANE")]
    public void A_record_concerns_those_who_ask_for_its_type(DnsRecordType type, string who)
    {
        DnsRecord record = new() { View = DnsView.External, Name = Fqdn.Parse("mail.contoso.com"), Type = type, Reason = string.Empty };

        Assert.Equal($"External DNS view: {who} get the record once caches have let the old answer go.", ClientEffects.OfRecord(record, PlanChangeAction.Added));
        Assert.Equal(
            $"External DNS view: {who} must not need the record any more; caches keep it for its time to live.", ClientEffects.OfRecord(record, PlanChangeAction.Removed));
    }
}
